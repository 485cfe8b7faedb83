int nicu_assets_placeholder(void){return 0;}
